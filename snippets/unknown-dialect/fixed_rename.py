from sqlalchemy import make_url

given = "postgres://shop@db/shop"
url = make_url(given).set(drivername="postgresql+asyncpg")
print(url)
