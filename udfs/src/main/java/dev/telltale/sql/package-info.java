/** The one package that knows Spark: registers the core's functions for SQL. */
package dev.telltale.sql;
