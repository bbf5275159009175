package org.redress.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that measures: runs only with {@code -Pbench}, and its lines of the {@link Report} are printed when all are through. */
@Tag("bench")
@ExtendWith(Report.Printing.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bench {
}
