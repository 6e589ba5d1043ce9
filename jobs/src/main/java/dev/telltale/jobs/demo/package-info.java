/**
 * The demo: an S3 server on loopback and a generated export bucket with planted leaks and the truth
 * about them. A seed and a scale come in; objects, a truth and a running server go out. Imports the
 * remote-write schemas and Hadoop's file system; nothing of detection, so that its truth stays
 * independent.
 */
package dev.telltale.jobs.demo;
