package org.redress.process;

/** A bean whose interface methods models may call in an expression, by its bean name; nothing else can be called. */
interface ModelFunctions {
}
