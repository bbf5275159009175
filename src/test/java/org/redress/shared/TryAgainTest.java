package org.redress.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What loses a race is done again; what is refused is not. */
class TryAgainTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(TryAgainConfiguration.class, Desk.class);
    private final Desk desk = context.getBean(Desk.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aLostRaceIsRunAgain() {
        desk.act(new RacedProblem("lost"), 2);
        assertThat(desk.runs()).isEqualTo(3);
    }

    @Test
    void theEnginesLostRaceToo() {
        desk.act(new OptimisticLockingFailureException("lost"), 1);
        assertThat(desk.runs()).isEqualTo(2);
    }

    @Test
    void whoLosesThreeTimesIsTold() {
        assertThatThrownBy(() -> desk.act(new RacedProblem("lost"), 9)).isInstanceOf(RacedProblem.class);
        assertThat(desk.runs()).isEqualTo(3);
    }

    @Test
    void aRefusalStands() {
        assertThatThrownBy(() -> desk.act(Problem.conflict("taken"), 1)).hasMessageContaining("taken");
        assertThat(desk.runs()).isEqualTo(1);
    }

    @Test
    void insideATransactionTheFirstLossIsTold() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> desk.act(new RacedProblem("lost"), 1)).isInstanceOf(RacedProblem.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(desk.runs()).isEqualTo(1);
    }

    @TryAgain
    static class Desk {

        private int runs;

        void act(RuntimeException failure, int failures) {
            runs++;
            if (runs <= failures) {
                throw failure;
            }
        }

        int runs() {
            return runs;
        }
    }
}
