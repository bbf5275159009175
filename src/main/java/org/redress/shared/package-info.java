/** What every room uses: value types, problems a user can understand, who is acting, the importer framework. */
@org.springframework.modulith.ApplicationModule(displayName = "shared", type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.redress.shared;
