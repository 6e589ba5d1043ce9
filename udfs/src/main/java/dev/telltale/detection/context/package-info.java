/**
 * What stands around a match: the words beside it, the name of its field, its neighbours. A field
 * and a match come in, evidence goes out. Imports fields, findings and rules.
 */
package dev.telltale.detection.context;
