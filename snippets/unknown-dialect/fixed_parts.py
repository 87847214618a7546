from sqlalchemy import URL

url = URL.create("postgresql+asyncpg", "shop", "p@ss/word", "db", 5432, "shop")
print(url)
print(url.password)
