package org.redress.callback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.redress.callback.CallPresence;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An agent who opens, types or sends something is at work. A list that refreshes itself says nothing. */
@Component
class PresenceInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final CallPresence presence;
    private final CurrentActor current;

    PresenceInterceptor(CallPresence presence, CurrentActor current) {
        this.presence = presence;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/callbacks/**", "/tasks/**", "/api/v1/tasks/**").excludePathPatterns("/callbacks/rows");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Actor actor = current.get();
        if (actor.hasAny(Role.CALLBACK_AGENT.name())) {
            presence.seen(actor.username());
        }
        return true;
    }
}
