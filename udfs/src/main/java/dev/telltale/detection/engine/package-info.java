/**
 * Finds where in a buffer which rule is worth confirming. Bytes come in, hits go out. Imports rules
 * and pattern triggers. An engine may report too much, never too little.
 */
package dev.telltale.detection.engine;
