"use strict";
document.documentElement.classList.add("js");

const one = (selector) => document.querySelector(selector);
const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest("form.paste") || one("form.paste");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    one("#search").focus();
  } else if (event.key === "?") {
    const keys = one("#keys");
    keys.open = true;
    keys.querySelector("summary").focus();
  }
});

// Choosing and dropping a file.
const size = (bytes) => {
  if (bytes >= 1048576) return `${(bytes / 1048576).toFixed(1)} MiB`;
  return bytes >= 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${bytes} bytes`;
};

const pick = (form, file) => {
  const fits = file.size <= Number(form.dataset.limit);
  form.querySelector("[role=status]").textContent = fits
    ? `${file.name}, ${size(file.size)}. Press Diagnose to read it instead of the box.`
    : `${file.name} is ${size(file.size)}; we read up to 1 MiB. It was not sent. Paste the last traceback only.`;
  if (!fits) form.querySelector("input[type=file]").value = "";
  return fits;
};

for (const form of document.querySelectorAll("form.paste")) {
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => input.files.length && pick(form, input.files[0]));
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    if (pick(form, input.files[0])) form.requestSubmit();
  });
}

// Copying: the clipboard where the page is secure, a selection where it is not.
const copy = async (text) => {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "unseen";
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const text = "value" in source ? source.value : source.textContent;
    await copy(`${text.trim()}\n`);
    button.textContent = "Copied";
    button.focus();
  });
}

// The search: arrow keys go through what was found; a whole traceback is handed to the paste box instead.
const search = one("#search");
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const hits = [...document.querySelectorAll(".found .rows a")];
  const at = hits.indexOf(event.target);
  if (!step || !hits.length || (at < 0 && event.target !== search)) return;
  event.preventDefault();
  (hits[Math.min(at + step, hits.length - 1)] || search).focus();
});

search.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text");
  if (!text.trim().includes("\n")) return;
  const offer = one(".pasted");
  offer.hidden = false;
  offer.querySelector("button").onclick = () => {
    sessionStorage.setItem("paste", text);
    location.assign(one(".brand").href);
  };
});

const carried = sessionStorage.getItem("paste");
if (carried && one("#box")) {
  sessionStorage.removeItem("paste");
  one("#paste").value = carried;
  one("#box").requestSubmit();
}

// The filter, as one types.
const filter = one(".filter input");
if (filter) {
  const rows = [...document.querySelectorAll("[data-words]")];
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.dataset.words.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      count += row.hidden ? 0 : 1;
    }
    for (const family of document.querySelectorAll("[data-family]")) {
      family.hidden = !family.querySelector("[data-words]:not([hidden])");
    }
    one("#count").textContent = `${count} root cause${count === 1 ? "" : "s"}`;
  });
}

// Boxes of choices take effect when they change.
for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A box that does not scroll needs no stop for the Tab key; one that is folded away is looked at when it opens.
const unstop = (root) => {
  // All are measured before any is changed, and none that is folded away: each of these would lay the page out anew.
  const boxes = [...root.querySelectorAll("[tabindex='0']")].filter((box) => !box.closest("details:not([open])"));
  const fit = boxes.filter((box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight);
  for (const box of fit.filter((one) => one.clientWidth)) box.removeAttribute("tabindex");
};
unstop(document);
document.addEventListener("toggle", (event) => unstop(event.target), true);
