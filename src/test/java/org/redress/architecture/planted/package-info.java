/** Classes that break a rule of the house each, so that the rules are seen to fail. Nothing uses them. */
package org.redress.architecture.planted;
