/** The studio's pages and its part of the API. */
@org.jspecify.annotations.NullMarked
package org.redress.studio.web;
