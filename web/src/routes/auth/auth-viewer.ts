import { graphql } from '../../apollo/generated/index.ts'

/** Who is signed in, as far as the pages outside of an organization need to know; null for nobody. */
export const authViewerQuery = graphql(`
  query AuthViewer {
    viewer {
      id
      name
      email
    }
  }
`)
