/**
 * The stored bytes of one object come in; its innermost streams, the leaves, go out in the order of
 * their bytes: {@link dev.telltale.unpacking.Unpacking} opens container after container, each
 * recognised by its bytes. Imports its own sub-packages, faults and limits.
 */
package dev.telltale.unpacking;
