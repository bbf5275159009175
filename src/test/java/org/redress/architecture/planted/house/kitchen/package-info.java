@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.redress.architecture.planted.house.kitchen;
