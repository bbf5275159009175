package org.redress.access;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever somebody acts as, else who is signed in, else the product itself. */
@Component
class SecurityCurrentActor implements CurrentActor {

    private final ThreadLocal<@Nullable Actor> actingAs = new ThreadLocal<>();

    @Override
    public Actor get() {
        var named = actingAs.get();
        if (named != null) {
            return named;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return new Actor(signedIn.username(), signedIn.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
                    signedIn.teams(), origin());
        }
        return Actor.system(origin());
    }

    @Override
    public <T> T callAs(Actor actor, Supplier<T> work) {
        var before = actingAs.get();
        actingAs.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                actingAs.remove();
            } else {
                actingAs.set(before);
            }
        }
    }

    /** "web 10.0.0.5", "api 10.0.0.5", or "redress" outside a request. */
    String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            return (ProblemPresenter.isApi(request) ? "api " : "web ") + request.getRemoteAddr();
        }
        return "redress";
    }
}
