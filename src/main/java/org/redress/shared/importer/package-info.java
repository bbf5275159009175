/** Takes CSV files of other systems in: mapping files, careful reading, preview, background runs, rejected rows to mend and send again. */
@org.jspecify.annotations.NullMarked
package org.redress.shared.importer;
