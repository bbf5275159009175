package org.redress.process;

import java.util.Date;

import org.springframework.stereotype.Component;

/** What timers of the call model may ask: {@code call}. */
interface ModelCall extends ModelFunctions {

    /** The last moment at which a call about the service still makes sense. */
    Date windowEnd(Long callId);
}

@Component("call")
class CallWindow implements ModelCall {

    private final CallFacts calls;

    CallWindow(CallFacts calls) {
        this.calls = calls;
    }

    @Override
    public Date windowEnd(Long callId) {
        return Date.from(calls.record(callId).windowEndsAt());
    }
}
