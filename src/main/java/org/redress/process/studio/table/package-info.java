/** Whether a decision table leaves something undecided or decides it twice: the cells as sets of values, compared with one another. */
@NullMarked
package org.redress.process.studio.table;

import org.jspecify.annotations.NullMarked;
