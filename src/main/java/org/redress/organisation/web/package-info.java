/** People, teams and departments as pages for administrators. */
@org.jspecify.annotations.NullMarked
package org.redress.organisation.web;
