/** What every page and every call share: problems told in words, languages, what templates ask about the page they draw. */
@org.jspecify.annotations.NullMarked
package org.redress.shared.web;
