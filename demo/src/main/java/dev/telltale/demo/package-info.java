/**
 * The demo: fills a bucket of an S3 server on loopback with a generated export, has the job scan
 * it, and compares what was found with what was planted. Words of a command line come in, a lake
 * and an exit code go out. The job is a tool of the JDK's service interface: nothing here imports
 * its classes. Imports {@code export}, {@code leaks}, {@code server}, picocli, Jackson and Hadoop's
 * file system.
 */
package dev.telltale.demo;
