# Short names for the commands of CONTRIBUTING.md. Everything works without make, too.
.DEFAULT_GOAL := help

.PHONY: help run verify format compile test cases package nightly docs image

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Start DMock on port 8261
	./mvnw spring-boot:run -Dmaven.test.skip

verify: ## Build and run everything that has to pass before a change lands
	.ci/run

format: ## Format all Java files
	./mvnw -q spotless:apply

compile: ## Compile with all warnings as errors
	./mvnw -q compile

test: ## Run one test class: make test T=RouteRuleTests
	./mvnw -q test -Dtest=$(T)

cases: ## Play recorded cases: make cases V=v8.1 G=relay/
	./mvnw -q test -Dtest=RecordedCasesTests -Ddmock.conformance.versions=$(V) -Ddmock.conformance.only=$(G)

package: ## Make the jar and the distribution, without tests
	./mvnw -q -Dmaven.test.skip package

nightly: ## Run the long tests as well (half an hour)
	./mvnw verify -Pnightly

docs: ## Write the generated tables of docs/ anew
	./mvnw -q test -Dtest=OperationMarksTests,ConfigurationTableTests -Ddmock.documentation.write=true

image: ## Build the container image
	docker build -t dmock .
