package org.redress.access;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who is signed in, with roles and teams as they are at this request: never kept over it. */
record SignedIn(String username, Set<Role> roles, Set<String> teams) implements Principal {

    static Authentication authentication(Person person) {
        var signedIn = new SignedIn(person.username(), Set.copyOf(person.roles()), Set.copyOf(person.teams()));
        List<GrantedAuthority> authorities = person.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, authorities);
    }

    @Override
    public String getName() {
        return username;
    }
}
