/**
 * The words of the command line and of a configuration file come in; typed settings, a page of help
 * or all problems at once go out; so does the version of the program. The only package that knows
 * picocli. Of Telltale it imports {@code terminal}, for what may be shown.
 */
package dev.telltale.jobs.settings;
