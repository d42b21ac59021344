@NullMarked
package dev.gossamer.shop;

import org.jspecify.annotations.NullMarked;
