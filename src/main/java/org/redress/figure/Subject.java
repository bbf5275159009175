package org.redress.figure;

/** Whose rows a figure counts; the number is the one in the tables. */
enum Subject {
    JOB(1), EVALUATION(2), CASE(3),
    /** What cases do to the backlog: each comes on one day and may leave on another. */
    STOCK(4);

    private final int number;

    Subject(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    FigureRow.Kind rows() {
        return switch (this) {
            case JOB -> FigureRow.Kind.JOB;
            case EVALUATION -> FigureRow.Kind.EVALUATION;
            case CASE, STOCK -> FigureRow.Kind.CASE;
        };
    }
}
