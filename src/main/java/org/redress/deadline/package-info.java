/**
 * When something is due and why: working calendar, clock policy, and the clock ledger whose fold is the only source of a due
 * moment. Plain Java; nothing here reads a clock or knows a framework.
 */
@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
