package org.redress.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.notification.LiveStreams;
import org.redress.notification.LiveTopics;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One stream a browser: server-sent events of the topics its pages show. */
@Controller
class EventsController {

    private final LiveStreams streams;
    private final LiveTopics topics;
    private final CurrentActor current;

    EventsController(LiveStreams streams, LiveTopics topics, CurrentActor current) {
        this.streams = streams;
        this.topics = topics;
        this.current = current;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestParam("topics") String wanted, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response) {
        var actor = current.get();
        var addresses = topics.checked(actor, wanted);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or a proxy would gather what must arrive at once
        return streams.open(actor.username(), addresses, id(last));
    }

    private static @Nullable Long id(@Nullable String last) {
        if (last == null || last.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(last.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }
}
