package org.redress.survey;

import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks regularly for customers to ask and for answers to look into. Every node may: rows that another has are passed by. */
@Component
@ConditionalOnProperty(name = "redress.survey.run", havingValue = "true", matchIfMissing = true)
class SurveyWorker {

    private static final int MOST = 200;

    private final AskingRounds rounds;
    private final Uninvestigated answers;
    private final CurrentActor actor;

    SurveyWorker(AskingRounds rounds, Uninvestigated answers, CurrentActor actor) {
        this.rounds = rounds;
        this.answers = answers;
        this.actor = actor;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void ask() {
        actor.callAs(Actor.system("asking"), () -> rounds.ask(MOST));
    }

    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT10S")
    void investigate() {
        actor.callAs(Actor.system("answers"), () -> {
            int opened = 0;
            while (opened < MOST && answers.next()) {
                opened++;
            }
            return opened;
        });
    }
}
