from alembic.config import Config
from sqlalchemy import URL

url = URL.create("postgresql+asyncpg", "library", "50%off", "db.example.com", 5432, "library")
print("str() hides the password:", url)
text = url.render_as_string(hide_password=False)

config = Config()
try:
    config.set_main_option("sqlalchemy.url", text)
except ValueError as error:
    print(f"{type(error).__name__}: {str(error)[:28]}")

config.set_main_option("sqlalchemy.url", text.replace("%", "%%"))
print("env.py reads the same URL:", config.get_main_option("sqlalchemy.url") == text)
