/**
 * The affected objects of a case and innocent ones are read again, and their records sent through
 * processors that would have stopped the leak. In: a lake and ids of cases. Out: what each
 * processor catches, and what else it changes. May import: {@code cases}, {@code limit}, {@code
 * scan}, {@code settings}, {@code store}, {@code tables}.
 */
package dev.telltale.jobs.prevention;
