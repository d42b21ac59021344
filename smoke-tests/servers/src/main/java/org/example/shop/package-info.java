/** A web application as anybody writes it: it knows nothing of any agent. */
@NullMarked
package org.example.shop;

import org.jspecify.annotations.NullMarked;
