/**
 * Where objects lie: reading through Hadoop file systems, s3a first of all, and keys of
 * fingerprints. URIs come in; object references and streams go out. Imports the settings' mistakes
 * and the core's scan types.
 */
package dev.telltale.jobs.store;
