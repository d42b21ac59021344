CREATE TABLE cart (
  id       integer PRIMARY KEY,
  email    text NOT NULL,
  card     text NOT NULL
);

CREATE TABLE cart_item (
  cart_id  integer NOT NULL REFERENCES cart,
  sku      text    NOT NULL,
  quantity integer NOT NULL,
  cents    integer NOT NULL,
  PRIMARY KEY (cart_id, sku)
);

CREATE TABLE email (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address  text NOT NULL,
  subject  text NOT NULL
);

-- What came in (positive) and went out; the stock of an article is the sum.
CREATE UNLOGGED TABLE stock_movement (
  sku      text    NOT NULL,
  quantity integer NOT NULL
);

INSERT INTO cart
SELECT n, 'customer' || n || '@example.com', CASE n WHEN 13 THEN 'card-declined' ELSE 'card-fine' END
FROM generate_series(1, 100) AS n;

INSERT INTO cart_item
SELECT cart.id, 'sku-' || (cart.id * 7 + n) % 500, n, 499 * n
FROM cart, generate_series(1, 3) AS n;

INSERT INTO stock_movement
SELECT 'sku-' || n % 500, 1
FROM generate_series(1, 1000000) AS n;

-- The query that sums them up asks for upper(sku), which this index does not answer.
CREATE INDEX stock_movement_sku ON stock_movement (sku);

ANALYZE;
