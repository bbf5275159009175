package org.redress.process.planted;

/** Something of the process package that a planted class reaches for. */
public class EngineRoom {
}
