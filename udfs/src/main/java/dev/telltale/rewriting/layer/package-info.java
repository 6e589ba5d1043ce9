/**
 * Containers and encodings that are written as well as read: a part is opened at its place in the
 * bytes around it, and edits of what it unpacks to become edits of these bytes. Imports edits,
 * texts, character sets and limits.
 */
@NullMarked
package dev.telltale.rewriting.layer;

import org.jspecify.annotations.NullMarked;
