/** Pages that customers see. */
@org.jspecify.annotations.NullMarked
package org.redress.portal.web;
