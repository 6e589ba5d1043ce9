/**
 * An S3 server on loopback, in a class loader of its own. A folder or nothing comes in, a running
 * server and the settings with which {@code s3a} reaches it go out. Imports nothing but Java: the
 * server is a jar beside the classes.
 */
package dev.telltale.demo.server;
