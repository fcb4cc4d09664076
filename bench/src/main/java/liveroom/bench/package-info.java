/// Whole-process benchmarks, each a program that prints a table, and the chain that measures lip sync from outside.
@NullMarked
package liveroom.bench;

import org.jspecify.annotations.NullMarked;
