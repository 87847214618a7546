from sqlalchemy import __version__, make_url

driver = make_url("postgresql://host/shop").get_dialect().driver
print(f"postgresql:// without a driver means {driver}")
assert driver == ("psycopg2" if __version__.startswith("2.0") else "psycopg")
