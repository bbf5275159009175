/** What is different between two sets of models, in terms that a page can put into words: plain XML and JSON, no engine. */
@org.jspecify.annotations.NullMarked
package org.redress.studio.compare;
