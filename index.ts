import { createArchitecture } from "./architectures/catalogue";

// The stack file names an architecture and gives its settings; what it returns are the stack's outputs.
export = createArchitecture();
