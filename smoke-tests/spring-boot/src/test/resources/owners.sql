CREATE TABLE IF NOT EXISTS owner (id INT PRIMARY KEY, name VARCHAR(40));
MERGE INTO owner VALUES (1, 'George'), (2, 'Betty'), (3, 'Eduardo');
