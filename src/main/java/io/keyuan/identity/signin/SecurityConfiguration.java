package io.keyuan.identity.signin;

import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.tenant.IdentityProperties;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What Spring Security does for every request: nothing under {@code /api} is answered to nobody but signing in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, Identification identification, ProblemAnswers problems) {
        return http.addFilterBefore(new CallerFilter(identification, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .exceptionHandling(handling -> answers(handling, problems))
                .headers(SecurityHeaders::set)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Identification checks the token of the session the cookie stands for; there is no other.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers(HttpMethod.POST, Doors.posted()).permitAll()
                .requestMatchers(HttpMethod.GET, DoorController.PATH, DoorController.PATH + "/providers").permitAll()
                .requestMatchers("/api/v1/control/**").hasAuthority(SignedIn.CONTROL)
                .requestMatchers("/api/**").authenticated()
                // The console's files and addresses and the health checks hold nothing of anybody.
                .anyRequest().permitAll();
    }

    private static void answers(ExceptionHandlingConfigurer<HttpSecurity> handling, ProblemAnswers problems) {
        handling.authenticationEntryPoint((request, response, nobody) ->
                        problems.answer(request, response, Problem.of(ProblemKind.UNAUTHENTICATED)))
                .accessDeniedHandler((request, response, denied) ->
                        problems.answer(request, response, Problem.of(ProblemKind.FORBIDDEN)));
    }

    /** A request is observed as a whole; to observe each of its filters as well cost a tenth of a list's time. */
    @Bean
    SecurityObservationSettings noObservationOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler malformedAddresses(ProblemAnswers problems) {
        return (request, response, rejected) -> problems.answer(request, response, Problem.of(ProblemKind.MALFORMED));
    }

    /** Keeps Spring Boot from making up a user of its own. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in at /api/v1/session");
        };
    }
}
