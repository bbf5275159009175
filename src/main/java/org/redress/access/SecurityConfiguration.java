package org.redress.access;

import java.util.Map;
import org.redress.shared.AuditTrail;
import org.redress.shared.web.Languages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Three doors. Calls to the API send name and password each time: no session, no cookie, so nothing that another site could use. Its
 * documentation opens to either. Pages have a session and every form its token.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiSignIn signIn, Refusals refusals, IdempotencyFilter idempotency) throws Exception {
        return headers(http)
                .securityMatcher("/api/**")
                .authenticationManager(new ProviderManager(signIn))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals.api()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals.api()).accessDeniedHandler(refusals.denied()))
                .authorizeHttpRequests(Rights::api)
                .addFilterAfter(idempotency, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain documentation(HttpSecurity http, ApiSignIn signIn, SessionIdentity sessions, Refusals refusals)
            throws Exception {
        return headers(http)
                .securityMatcher("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authenticationManager(new ProviderManager(signIn))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(sessions))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals.api()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals.api()))
                .authorizeHttpRequests(Rights::documentation)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, SessionIdentity sessions, Refusals refusals, SignInPage page,
            AccountStore accounts, Languages languages, AuditTrail audit) throws Exception {
        var back = new CookieRequestCache();
        back.setRequestMatcher(Refusals::isPage);
        var success = new SavedRequestAwareAuthenticationSuccessHandler();
        success.setRequestCache(back);
        success.setRedirectStrategy(new InsideRedirect());
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return headers(http)
                .authenticationManager(new ProviderManager(signIn))
                .csrf(forms -> forms.csrfTokenRepository(csrf))
                .requestCache(cache -> cache.requestCache(back))
                .securityContext(context -> context.securityContextRepository(sessions))
                .formLogin(form -> form.loginPage("/login").failureHandler(page::failed)
                        .successHandler((request, response, signedIn) -> {
                            accounts.find(signedIn.getName()).map(Account::language).map(Languages::parse)
                                    .ifPresent(language -> languages.remember(response, language));
                            audit.record("SIGN_IN", "ACCOUNT", signedIn.getName(), Map.of());
                            success.onAuthenticationSuccess(request, response, signedIn);
                        }))
                .logout(out -> out.logoutSuccessUrl("/login?out").deleteCookies("SESSION")
                        .addLogoutHandler((request, response, signedIn) -> {
                            if (signedIn != null) {
                                audit.record("SIGN_OUT", "ACCOUNT", signedIn.getName(), Map.of());
                            }
                        }))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals.pages()).accessDeniedHandler(refusals.denied()))
                .authorizeHttpRequests(Rights::pages)
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers
                .addHeaderWriter(new ContentPolicy())
                .addHeaderWriter(new PublicPages())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS)));
    }

    /** The filter stands in the chain of the API only, not before every request besides. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyInTheChainOnly(IdempotencyFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
