package org.redress.architecture.planted.house.cellar;

/** Lies where the kitchen may not reach. */
public class Wine {
}
