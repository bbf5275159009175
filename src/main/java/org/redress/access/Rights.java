package org.redress.access;

import static org.redress.organisation.Role.ADMINISTRATOR;
import static org.redress.organisation.Role.CALLBACK_AGENT;
import static org.redress.organisation.Role.COMPLAINT_SPECIALIST;
import static org.redress.organisation.Role.DEPARTMENT_MANAGER;
import static org.redress.organisation.Role.INTAKE_AGENT;
import static org.redress.organisation.Role.PROCESS_DESIGNER;
import static org.redress.organisation.Role.SERVICE_DIRECTOR;
import static org.redress.organisation.Role.TEAM_LEADER;
import static org.redress.organisation.Role.TEAM_MEMBER;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.redress.organisation.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which roles may open which address: the first net. Whose case or task it is, the rooms check themselves. What is not listed here is
 * not there for anybody.
 */
final class Rights {

    /** Set on a request for an address that no rule names: it is told as "nothing is here". */
    static final String UNLISTED = Rights.class.getName() + ".unlisted";

    private static final Role[] WORK = {CALLBACK_AGENT, INTAKE_AGENT, COMPLAINT_SPECIALIST, TEAM_MEMBER, TEAM_LEADER,
        DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] READ_CASES = {CALLBACK_AGENT, INTAKE_AGENT, COMPLAINT_SPECIALIST, TEAM_MEMBER, TEAM_LEADER,
        DEPARTMENT_MANAGER, SERVICE_DIRECTOR, ADMINISTRATOR};
    private static final Role[] CAPTURE = {CALLBACK_AGENT, INTAKE_AGENT, COMPLAINT_SPECIALIST};
    private static final Role[] CALL = {CALLBACK_AGENT, DEPARTMENT_MANAGER};
    private static final Role[] PLAN_CALLS = {DEPARTMENT_MANAGER, SERVICE_DIRECTOR, PROCESS_DESIGNER};
    private static final Role[] SEND_JOBS = {CALLBACK_AGENT, INTAKE_AGENT, COMPLAINT_SPECIALIST, DEPARTMENT_MANAGER, ADMINISTRATOR};
    private static final Role[] LEAD = {TEAM_LEADER, DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] DECIDE_CAMPAIGNS = {DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] READ_CAMPAIGNS = {COMPLAINT_SPECIALIST, TEAM_LEADER, DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] BRIEF = {CALLBACK_AGENT, TEAM_LEADER, DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] MANAGE = {DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] IMPORT = {ADMINISTRATOR, COMPLAINT_SPECIALIST};

    private static final Role[] READ_QUESTIONS = {PROCESS_DESIGNER, ADMINISTRATOR, DEPARTMENT_MANAGER, SERVICE_DIRECTOR, CALLBACK_AGENT};
    private static final Role[] DESIGN = {PROCESS_DESIGNER};
    private static final Role[] READ_MODELS = {PROCESS_DESIGNER, ADMINISTRATOR, DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] SET_ASKING = {PROCESS_DESIGNER, ADMINISTRATOR};
    private static final Role[] READ_ANSWERS = {CALLBACK_AGENT, COMPLAINT_SPECIALIST, TEAM_LEADER, DEPARTMENT_MANAGER, SERVICE_DIRECTOR};
    private static final Role[] SEND_TABLES = {DEPARTMENT_MANAGER, ADMINISTRATOR};
    private static final Role[] READ_CALENDARS = {ADMINISTRATOR, DEPARTMENT_MANAGER};

    private Rights() {
    }

    static void pages(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        open(rules);
        rules.requestMatchers("/", "/settings", "/settings/**", "/help/**", "/events", "/bell", "/bell/**", "/logout").authenticated();
        rules.requestMatchers("/swagger-ui.html", "/swagger-ui/**").authenticated();
        any(rules, WORK, "/tasks", "/tasks/**", "/queues/**");
        any(rules, PLAN_CALLS, "/callbacks/plan", "/callbacks/plan/**");
        any(rules, CALL, "/callbacks", "/callbacks/**");
        any(rules, CAPTURE, "/cases/new", "/cases/new/**");
        any(rules, READ_CASES, "/cases", "/cases/**");
        any(rules, LEAD, "/absences", "/absences/**", "/board", "/board/**", "/reports", "/reports/**");
        any(rules, DECIDE_CAMPAIGNS, "/campaigns/new");
        rules.requestMatchers(HttpMethod.GET, "/campaigns", "/campaigns/**").hasAnyRole(names(READ_CAMPAIGNS));
        any(rules, DECIDE_CAMPAIGNS, "/campaigns/**");
        rules.requestMatchers(HttpMethod.GET, "/designer/scales/**", "/designer/questionnaires/**", "/designer/asking").hasAnyRole(names(READ_QUESTIONS));
        any(rules, SET_ASKING, "/designer/asking");
        any(rules, DESIGN, "/designer/scales/**", "/designer/questionnaires/**");
        any(rules, DESIGN, "/designer/migrations", "/designer/migrations/**", "/designer/changes/*/migrate", "/designer/changes/*/try");
        rules.requestMatchers(HttpMethod.GET, "/designer/changes/new").hasAnyRole(names(DESIGN));
        rules.requestMatchers(HttpMethod.GET, "/designer", "/designer/changes", "/designer/changes/**").hasAnyRole(names(READ_MODELS));
        any(rules, DESIGN, "/designer/changes", "/designer/changes/**");
        rules.requestMatchers(HttpMethod.GET, "/designer/releases", "/designer/releases/**").hasAnyRole(names(READ_MODELS));
        any(rules, DESIGN, "/designer/releases/**");
        any(rules, READ_ANSWERS, "/evaluations/*");
        any(rules, LEAD, "/briefings/rows");
        any(rules, MANAGE, "/briefings/recipients", "/briefings/recipients/**");
        any(rules, BRIEF, "/briefings", "/briefings/**");
        any(rules, IMPORT, "/admin/imports", "/admin/imports/**");
        rules.requestMatchers("/admin/calendars/draft", "/admin/calendars/draft/**").hasAnyRole(names(new Role[] {ADMINISTRATOR}));
        rules.requestMatchers(HttpMethod.GET, "/admin/calendars", "/admin/calendars/**").hasAnyRole(names(READ_CALENDARS));
        any(rules, SEND_TABLES, "/admin/base-numbers", "/admin/base-numbers/**");
        any(rules, new Role[] {ADMINISTRATOR}, "/admin", "/admin/**", "/ops/outbox", "/ops/outbox/**", "/ops/clocks", "/ops/clocks/**", "/ops/figures",
                "/ops/figures/**");
        deny(rules);
    }

    static void api(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
        any(rules, SEND_JOBS, "/api/v1/service-jobs", "/api/v1/service-jobs/**", "/api/v1/evaluations");
        rules.requestMatchers(HttpMethod.GET, "/api/v1/questionnaires", "/api/v1/questionnaires/**").hasAnyRole(names(READ_QUESTIONS));
        rules.requestMatchers(HttpMethod.POST, "/api/v1/complaints").hasAnyRole(names(CAPTURE));
        any(rules, READ_CASES, "/api/v1/complaints", "/api/v1/complaints/**");
        any(rules, WORK, "/api/v1/tasks", "/api/v1/tasks/**");
        any(rules, LEAD, "/api/v1/boards/**");
        any(rules, DESIGN, "/api/v1/models", "/api/v1/models/**");
        any(rules, SEND_TABLES, "/api/v1/evaluations/aggregates", "/api/v1/figures/base-numbers");
        any(rules, LEAD, "/api/v1/figures", "/api/v1/figures/**", "/api/v1/briefings/**");
        any(rules, DESIGN, "/api/v1/migrations", "/api/v1/migrations/**");
        deny(rules);
    }

    static void documentation(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.anyRequest().authenticated();
    }

    private static void open(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC,
                DispatcherType.FORWARD).permitAll();
        rules.requestMatchers("/login", "/error", "/assets/**", "/favicon.ico", "/actuator/health", "/actuator/health/**").permitAll();
        rules.requestMatchers("/complain", "/track/**", "/rate/**").permitAll();
    }

    private static void any(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules, Role[] roles,
            String... paths) {
        rules.requestMatchers(paths).hasAnyRole(names(roles));
    }

    private static void deny(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.anyRequest().access((authentication, context) -> {
            context.getRequest().setAttribute(UNLISTED, true);
            return new AuthorizationDecision(false);
        });
    }

    private static String[] names(Role[] roles) {
        return Arrays.stream(roles).map(Enum::name).toArray(String[]::new);
    }
}
