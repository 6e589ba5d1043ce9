/**
 * The one package of the core that knows Spark: the rows of a scan as SQL rows, and the SQL
 * functions. Imports {@code scan} and what comes before it.
 */
package dev.telltale.sql;
