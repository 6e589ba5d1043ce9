/**
 * Raw objects as tables of Spark: an address comes in, records or findings of what lies there come
 * out, decoded and redacted as a scan does. Imports {@code listing}, {@code store} and what comes
 * before them.
 */
package dev.telltale.jobs.source;
