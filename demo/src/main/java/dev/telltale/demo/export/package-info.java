/**
 * The generated export bucket: planted objects and a clean bulk around them. A seed and a scale
 * come in; objects, the truth about them and an upload go out. Imports {@code leaks}, {@code
 * telemetry} and Hadoop's file system.
 */
package dev.telltale.demo.export;
