/** Pages of the importer. */
@org.jspecify.annotations.NullMarked
package org.redress.shared.importer.web;
