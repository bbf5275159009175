package org.redress.process;

import java.util.Collection;
import java.util.Optional;

import org.redress.callback.CallStart;
import org.redress.callback.FollowUpCalls;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.worklist.TaskSubject;
import org.springframework.stereotype.Component;

/** What the engine's steps ask about a call. While thousands are started, what is known of them already is not read again. */
@Component
class CallFacts {

    private final FollowUpCalls calls;

    CallFacts(FollowUpCalls calls) {
        this.calls = calls;
    }

    /** What is remembered is forgotten as soon as the work is done: then the calls may change. */
    void during(Collection<CallStart> known, Runnable work) {
        known.forEach(call -> ThisTransaction.remember(CallFacts.class, key(call.call().callId()), call));
        try {
            work.run();
        } finally {
            known.forEach(call -> ThisTransaction.forget(CallFacts.class, key(call.call().callId())));
        }
    }

    CallRecord record(long callId) {
        return known(callId).map(CallStart::call).orElseGet(() -> calls.record(callId));
    }

    TaskSubject subject(long callId) {
        return known(callId).map(CallStart::subject).orElseGet(() -> calls.subject(callId));
    }

    private static Optional<CallStart> known(long callId) {
        return Optional.ofNullable((CallStart) ThisTransaction.recall(CallFacts.class, key(callId)));
    }

    private static String key(long callId) {
        return String.valueOf(callId);
    }
}
